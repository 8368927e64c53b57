"""What has a buyer put aside without holding it?"""
